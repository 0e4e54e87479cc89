import Logging
import Storage

extension App {
    /// Keeps searches quick: brings the parts of the index together, now and again until the task is cancelled. What
    /// people do meanwhile comes between two steps.
    public func gatherSearchParts(every pause: Duration) async {
        repeat {
            do {
                while try await store.gatherSearchParts() { try await Task.sleep(for: .milliseconds(20)) }
            } catch {
                guard !Task.isCancelled else { return }
                logger.error("the search index stays in parts", metadata: ["error": "\(error)"])
            }
        } while (try? await Task.sleep(for: pause)) != nil
    }
}
