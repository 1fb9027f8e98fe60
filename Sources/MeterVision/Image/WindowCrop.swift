enum WindowCrop {
    static func straightened(_ quad: Quad, of full: PixelSize, in photo: CleanPhoto, width: Int) -> CleanPhoto? { nil }
}
