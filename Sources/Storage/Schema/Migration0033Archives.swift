extension Migration {
    /// Challenges that are archived, and taken back, among what happens to them.
    static let archives = Migration(
        name: "0033-archives",
        sql: """
            -- See 0012 for this way of changing what a column allows.
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(replace(sql,
                '''resumed'', ''cancelled'')', '''resumed'', ''cancelled'', ''archived'', ''retrieved'')'),
                '(kind = ''resumed'') = (reason IS NULL)',
                '(kind IN (''resumed'', ''archived'', ''retrieved'')) = (reason IS NULL)')
                WHERE type = 'table' AND name = 'challenge_event';
            PRAGMA writable_schema = RESET;
            """)
}
