import Domain

extension Wording {
    /// The value of `lang` for a text of people on this page; nil where it is written in the page's own language.
    func lang(of language: Language) -> String? { language == self.language ? nil : language.rawValue }
}
