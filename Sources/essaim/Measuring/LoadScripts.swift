import Domain
import HTTP
import Site

// Scripts for wrk whose requests differ: what one answer would let the site keep for the next is not measured.

extension MeasuringGround {
    /// Every request for `path` is another signed-in person's.
    func readingScript(of path: String) -> String {
        let cookies = sessions.dropFirst().map { "\"\($0.cookie)\"" }
        return """
            local cookies = {\(cookies.joined(separator: ",\n"))}
            local requests = {}
            local count = 0
            function init(arguments)
                for index, cookie in ipairs(cookies) do
                    requests[index] = wrk.format("GET", "\(path)", {["Cookie"] = cookie})
                end
            end
            function request()
                count = count + 1
                return requests[count % #requests + 1]
            end
            """
    }

    /// Every request is a search for another pair of words, and none has the address of another.
    static var searchingScript: String {
        let texts = LargeWords.titles + LargeWords.towns + LargeWords.things
        let words = Set(texts.flatMap(Words.all).filter { !$0.isEmptyOfSense }.map(\.folded)).sorted()
        return """
            local words = {\(words.map { "\"\($0)\"" }.joined(separator: ","))}
            local threads = 0
            function setup(thread)
                thread:set("part", threads)
                threads = threads + 1
            end
            function init(arguments)
                count = part * 7
            end
            function request()
                count = count + 1
                local first = words[count * 31 % #words + 1]
                local second = words[count * 57 % (#words - 1) + 1]
                return wrk.format("GET", "/fr/search?q=" .. first .. "+" .. second .. "&n=" .. part .. "-" .. count)
            end
            """
    }

    /// Every request is another person's, who types another title: what resembles it is looked for anew.
    func resemblingScript(in challenge: ChallengeID) -> String {
        let cookies = sessions.dropFirst().map { "\"\($0.cookie)\"" }
        func list(_ texts: [String]) -> String {
            texts.map { "\"\(Form([Form.Field(name: "", value: $0)]).encoded.dropFirst())\"" }
                .joined(separator: ",")
        }
        return """
            local cookies = {\(cookies.joined(separator: ",\n"))}
            local wishes = {\(list(LargeWords.wishes))}
            local things = {\(list(LargeWords.things))}
            local circumstances = {\(list(LargeWords.circumstances))}
            local threads = 0
            function setup(thread)
                thread:set("part", threads)
                threads = threads + 1
            end
            function init(arguments)
                count = part * 7
            end
            function request()
                count = count + 1
                local title = wishes[count * 5 % #wishes + 1] .. "+" .. things[count * 7 % #things + 1] .. "+" ..
                    circumstances[count * 3 % #circumstances + 1] .. "+" .. part .. count
                return wrk.format("GET", "/fr/challenges/\(challenge)/ideas/similar?title=" .. title,
                    {["Cookie"] = cookies[count % #cookies + 1]})
            end
            """
    }
}
