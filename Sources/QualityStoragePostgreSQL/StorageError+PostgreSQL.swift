#if PostgreSQL
import CQualityLibPQ
import QualityStorage

extension StorageError {
    /// The failure that an SQLSTATE stands for. The server's text is left out, as it may quote data.
    static func postgreSQL(_ state: String) -> StorageError {
        StorageError(code(ofState: state), detail: "SQLSTATE \(state)")
    }

    /// The failure of a result.
    static func postgreSQL(_ result: OpaquePointer) -> StorageError {
        postgreSQL(field(result, "C") ?? "?")
    }

    /// Whether a result says that the server ended the connection with it.
    static func isFatal(_ result: OpaquePointer) -> Bool {
        guard let severity = field(result, "V") else { return true }
        return severity != "ERROR"
    }

    /// A field of a failure by its letter in the protocol: `C` for the SQLSTATE, `V` for the severity in English.
    private static func field(_ result: OpaquePointer, _ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
    }

    private static func code(ofState state: String) -> Code {
        switch state {
        case "25006": .readOnly
        case "40001", "40P01", "55P03": .busy
        case "53100": .full
        case "53300", "57P01", "57P02", "57P03", "57P05": .unavailable
        case "57014": .timedOut
        // Data on disk that is broken, and observations that are no JSON any more.
        case "XX001", "XX002", "22P02", "22032", "22P05", "22023": .damaged
        case let state where state.hasPrefix("08"): .unavailable
        default: .backend
        }
    }
}
#endif
