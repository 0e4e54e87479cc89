import GRDBSQLite
import Glibc

extension SearchFunctions {
    /// What of a query is the same for all rows.
    private struct Collection {
        let rows: Double
        let averageLength: Double
    }

    /// Adds `search_rank(search_index, frequencies)`: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
    /// Framework", 2009, k1 = 1.2, b = 0.75) over title and text, a hit in the title counting eightfold.
    ///
    /// FTS5's own `bm25` reads the whole list of each word first, to know how rare it is: on a word that half of all
    /// texts have, that costs more than the rest of the page. Here the caller says it: `frequencies` holds a double for
    /// each of the query's first phrases, the number of rows that have it; phrases beyond these are conditions that
    /// do not count.
    static func addRank(to handle: OpaquePointer) throws {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        var api: UnsafeMutablePointer<fts5_api>?
        let code = withUnsafeMutablePointer(to: &api) { place in
            sqlite3_prepare_v2(handle, "SELECT fts5(?)", -1, &statement, nil)
                | sqlite3_bind_pointer(statement, 1, UnsafeMutableRawPointer(place), "fts5_api_ptr", nil)
        }
        guard code == SQLITE_OK, sqlite3_step(statement) == SQLITE_ROW, let api,
            api.pointee.xCreateFunction(
                api, "search_rank", nil,
                { search, row, context, _, values in
                    guard let search, let row, let frequencies = values?[0] else { return }
                    let score = SearchFunctions.score(search.pointee, row, frequencies)
                    sqlite3_result_double(context, score)
                }, nil) == SQLITE_OK
        else { throw StorageFailure(.cannotOpen, "SQLite was built without FTS5") }
    }

    private static func score(
        _ search: Fts5ExtensionApi, _ row: OpaquePointer, _ frequencies: OpaquePointer
    ) -> Double {
        let count = Int(sqlite3_value_bytes(frequencies)) / MemoryLayout<Double>.size
        guard count > 0, let bytes = sqlite3_value_blob(frequencies) else { return 0 }
        let collection = collection(search, row)
        var hits = [Double](repeating: 0, count: count)
        var found: Int32 = 0
        _ = search.xInstCount(row, &found)
        for place in 0..<found {
            var phrase: Int32 = 0
            var column: Int32 = 0
            var offset: Int32 = 0
            _ = search.xInst(row, place, &phrase, &column, &offset)
            if phrase < count, column < 2 { hits[Int(phrase)] += column == 0 ? 8 : 1 }
        }
        var title: Int32 = 0
        var text: Int32 = 0
        _ = search.xColumnSize(row, 0, &title)
        _ = search.xColumnSize(row, 1, &text)
        let length = Double(title + text) / collection.averageLength
        var score = 0.0
        for place in 0..<count where hits[place] > 0 {
            let frequency = bytes.loadUnaligned(
                fromByteOffset: place * MemoryLayout<Double>.size, as: Double.self)
            let rarity = max(1e-6, log((collection.rows - frequency + 0.5) / (frequency + 0.5)))
            score += rarity * hits[place] * 2.2 / (hits[place] + 1.2 * (0.25 + 0.75 * length))
        }
        return score
    }

    /// Read at the first row of a query, kept for the others.
    private static func collection(_ search: Fts5ExtensionApi, _ row: OpaquePointer) -> Collection {
        if let kept = search.xGetAuxdata(row, 0) {
            return kept.assumingMemoryBound(to: Collection.self).pointee
        }
        var rows: Int64 = 0
        var titles: Int64 = 0
        var texts: Int64 = 0
        _ = search.xRowCount(row, &rows)
        _ = search.xColumnTotalSize(row, 0, &titles)
        _ = search.xColumnTotalSize(row, 1, &texts)
        let collection = Collection(
            rows: Double(rows), averageLength: max(1, Double(titles + texts) / Double(max(1, rows))))
        let place = UnsafeMutablePointer<Collection>.allocate(capacity: 1)
        place.initialize(to: collection)
        // FTS5 calls the destructor itself if it cannot keep the value.
        _ = search.xSetAuxdata(row, place) { $0?.deallocate() }
        return collection
    }
}
