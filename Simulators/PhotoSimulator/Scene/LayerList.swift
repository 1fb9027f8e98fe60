/// The layers of a face, the farthest first.
///
/// Their order is part of what a seed means.
package enum LayerList {
    static let all: [any FaceLayer.Type] = [
        // Behind the meter.
        BackdropLayer.self, PipesBehindLayer.self, NeighbourLayer.self,
        // The meter.
        HousingLayer.self, HandwritingLayer.self, SecondCounterLayer.self, PlateLayer.self, PlateTextLayer.self,
        CodeLayer.self, SmallDisplayLayer.self, KeypadLayer.self, WindowLayer.self, CounterMaskLayer.self,
        // On its glass, and the light that falls on it.
        YellowedGlassLayer.self, ScratchLayer.self, DirtLayer.self, DustLayer.self, CondensationLayer.self,
        StickerLayer.self, SealWireLayer.self, ShadowLayer.self, GlareLayer.self,
        // Before it.
        PipeBeforeLayer.self, CableLayer.self, FenceLayer.self, HandLayer.self,
    ]

    /// Their names, in the same order.
    package static let names = all.map { String(describing: $0) }
}

extension Parameter {
    /// Every parameter that a profile gives.
    package static let all: [Parameter] =
        Meter.parameters + CounterLook.parameters + LCDLook.parameters + Pose.parameters
        + LayerList.all.flatMap { $0.parameters } + Light.parameters + Camera.parameters + Channel.parameters
}
