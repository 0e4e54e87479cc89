extension Migration {
    /// Until when the link of an invitation can be used.
    static let invitationEnds = Migration(
        name: "0023-invitation-ends",
        sql: """
            ALTER TABLE invitation ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
            -- Links that wait were sent without an end: they keep the usual thirty days from here on.
            UPDATE invitation SET expires_at = max(sent_at, CAST(strftime('%s', 'now') AS INTEGER)) + 2592000;
            """)
}
