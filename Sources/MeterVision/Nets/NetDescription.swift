/// A net as the model file's header describes it, before any of it is believed.
struct NetDescription: Decodable {
    /// One operation; which of the fields must be there depends on the kind.
    struct Operation: Decodable {
        var op: String
        var inputs: [Int]
        var out: Int
        var cin: Int?
        var cout: Int?
        var kernel: [Int]?
        var stride: [Int]?
        var dilation: [Int]?
        var padding: [Int]?
        var groups: Int?
        var relu: Bool?
        var weights: Int?
        var bias: Int?
        var factor: Int?

        private enum Key: String, CodingKey {
            case op, kind, `in`, out, cin, cout, kernel, stride, dilation, padding, groups, relu, weights, bias, factor
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            op = try fields.decodeIfPresent(String.self, forKey: .op) ?? fields.decode(String.self, forKey: .kind)
            // One register, or a list of them.
            if let single = try? fields.decode(Int.self, forKey: .in) {
                inputs = [single]
            } else {
                inputs = try fields.decode([Int].self, forKey: .in)
            }
            out = try fields.decode(Int.self, forKey: .out)
            cin = try fields.decodeIfPresent(Int.self, forKey: .cin)
            cout = try fields.decodeIfPresent(Int.self, forKey: .cout)
            kernel = try fields.decodeIfPresent([Int].self, forKey: .kernel)
            stride = try fields.decodeIfPresent([Int].self, forKey: .stride)
            dilation = try fields.decodeIfPresent([Int].self, forKey: .dilation)
            padding = try fields.decodeIfPresent([Int].self, forKey: .padding)
            groups = try fields.decodeIfPresent(Int.self, forKey: .groups)
            relu = try fields.decodeIfPresent(Bool.self, forKey: .relu)
            weights = try fields.decodeIfPresent(Int.self, forKey: .weights)
            bias = try fields.decodeIfPresent(Int.self, forKey: .bias)
            factor = try fields.decodeIfPresent(Int.self, forKey: .factor)
        }
    }

    var channels: Int
    var ops: [Operation]
    var outputs: [Int]
    var registers: Int
}
