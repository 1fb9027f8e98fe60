import PhotoSimulator

/// Profiles that tests draw with.
enum Profiles {
    static func shipped(_ profile: ShippedProfile = .field) throws -> Profile { try profile.profile() }

    /// The field's profile with other values for some parameters, given as YAML.
    static func field(_ changes: String) throws -> Profile {
        try ProfileReader.profile(yaml: "name: test\nextends: field\n" + changes, file: "test.yaml")
    }

    /// Nothing between the drawing and the picture: a sharp, bright, noiseless camera.
    static let plainCamera = """
        camera: {exposure: 1, cast: neutral, blur: 0, focus: 0, motion: 0, noise: 0, sharpening: 0, haze: 0, saturation: 1, gamma: 1, contrast: 0}

        """
}
