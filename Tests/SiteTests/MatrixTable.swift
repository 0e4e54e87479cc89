/// Who gets what from every route: visitor, member, author, manager, moderator, juror, reward officer, administrator.
enum MatrixTable {
    static let answers: [String: String] = [:]
}
