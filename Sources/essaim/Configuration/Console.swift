import FoundationEssentials
import Glibc

/// What the program says to whoever started it: answers on standard output, complaints on standard error.
enum Console {
    /// Whether somebody can be asked.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether progress can be shown on one line that changes.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    static func say(_ text: String) {
        put(text + "\n", on: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        put("essaim: \(text)\n", on: STDERR_FILENO)
    }

    /// Shows how far work has come: over the last such line on a terminal, line by line elsewhere.
    static func progress(_ text: String, isLast: Bool = false) {
        if showsProgress {
            put("\r\u{1B}[K\(text)\(isLast ? "\n" : "")", on: STDERR_FILENO)
        } else {
            put(text + "\n", on: STDERR_FILENO)
        }
    }

    /// A line typed without being shown; nil at the end of input.
    static func secret(asking question: String) -> String? {
        put(question, on: STDERR_FILENO)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            put("\n", on: STDERR_FILENO)
        }
        return readLine()
    }

    private static func put(_ text: String, on descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
