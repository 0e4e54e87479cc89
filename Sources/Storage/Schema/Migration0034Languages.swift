extension Migration {
    /// In which language people wrote, so that pages in the other one can say so. What was written before is French.
    static let languages = Migration(
        name: "0034-languages",
        sql: ["challenge", "idea", "comment", "decision"].map { table in
            """
            ALTER TABLE \(table) ADD COLUMN language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en'));
            """
        }.joined(separator: "\n"))
}
