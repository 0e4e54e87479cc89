import Dispatch
import Synchronization

/// Where work waits for the threads that do it: first come, first served.
final class Inbox<Item: Sendable>: Sendable {
    private struct State {
        var items: [Item] = []
        var taken = 0
        var sleepers = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    /// Adds an item and wakes a thread if one sleeps.
    /// - Returns: False when the inbox is closed, and then the item is not taken.
    func push(_ item: Item) -> Bool {
        let (accepted, wakes) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.items.append(item)
            guard state.sleepers > 0 else { return (true, false) }
            state.sleepers -= 1
            return (true, true)
        }
        if wakes { bell.signal() }
        return accepted
    }

    /// Takes the oldest items, at most `limit`, sleeping until there is one.
    /// - Returns: Nothing once the inbox is closed and empty.
    func take(atMost limit: Int) -> ArraySlice<Item> {
        while true {
            let found: ArraySlice<Item>? = state.withLock { state in
                let waiting = state.items.count - state.taken
                if waiting == 0 {
                    if state.isClosed { return [] }
                    state.sleepers += 1
                    return nil
                }
                let end = state.taken + min(waiting, limit)
                let items = state.items[state.taken..<end]
                state.taken = end
                if state.taken == state.items.count {
                    state.items = []
                    state.taken = 0
                } else if state.taken >= 1024 {
                    state.items.removeFirst(state.taken)
                    state.taken = 0
                }
                return items
            }
            if let found { return found }
            bell.wait()
        }
    }

    /// Takes no more items; those that wait are still handed out.
    func close() {
        let sleepers = state.withLock { state in
            state.isClosed = true
            defer { state.sleepers = 0 }
            return state.sleepers
        }
        for _ in 0..<sleepers { bell.signal() }
    }
}
