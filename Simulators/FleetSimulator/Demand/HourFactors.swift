/// How a day's gas is spread over its 24 hours: data, edition 2026-11.
///
/// Parts of any sum; hour 0 is the first after midnight.
enum HourFactors {
    /// A house with its own boiler, by the felt temperature in steps of 5 °C; parts of 10,000.
    ///
    /// BDEW standard load profiles for gas, EFH (Einfamilienhaus), class 11, in the form of demandlib 0.2.2, file
    /// `shlp_hour_factors.csv` (MIT licence, copyright oemof developer group).
    static let household: [[Double]] = [
        [  // at most -15 °C
            296, 294, 300, 307, 321, 381, 577, 525, 498, 476, 466, 437, 423, 422, 418, 438, 472, 482, 472, 469,
            461, 423, 345, 298,
        ],
        [  // to -10 °C
            292, 289, 296, 303, 318, 380, 573, 530, 501, 479, 469, 438, 424, 422, 418, 439, 475, 485, 475, 471,
            463, 424, 343, 294,
        ],
        [  // to -5 °C
            281, 279, 286, 294, 310, 377, 602, 537, 507, 483, 472, 438, 424, 422, 418, 439, 478, 489, 478, 475,
            465, 424, 337, 284,
        ],
        [  // to 0 °C
            262, 266, 274, 289, 333, 430, 551, 510, 497, 482, 467, 446, 439, 435, 448, 456, 481, 489, 491, 484,
            466, 414, 318, 272,
        ],
        [  // to 5 °C
            230, 237, 243, 262, 312, 448, 577, 537, 510, 488, 465, 448, 438, 437, 446, 458, 481, 501, 506, 505,
            485, 430, 309, 246,
        ],
        [  // to 10 °C
            196, 208, 217, 249, 326, 483, 619, 578, 527, 486, 452, 430, 424, 422, 433, 452, 478, 509, 523, 527,
            504, 440, 301, 218,
        ],
        [  // to 15 °C
            142, 155, 167, 200, 298, 541, 685, 679, 578, 527, 478, 435, 415, 402, 399, 414, 441, 477, 515, 552,
            535, 474, 315, 177,
        ],
        [  // to 20 °C
            96, 105, 112, 162, 289, 662, 821, 757, 609, 601, 513, 483, 442, 397, 378, 359, 400, 428, 456, 513,
            519, 442, 309, 147,
        ],
        [  // to 25 °C
            45, 54, 44, 81, 191, 601, 939, 809, 614, 587, 533, 541, 521, 420, 403, 360, 423, 498, 482, 508, 526,
            450, 262, 108,
        ],
        [  // above 25 °C
            45, 54, 44, 81, 191, 601, 939, 809, 614, 587, 533, 541, 521, 420, 403, 360, 423, 498, 482, 508, 526,
            450, 262, 108,
        ],
    ]

    /// The row of ``household`` for a felt temperature, in thousandths of a degree; BDEW rounds it up to whole degrees.
    static func householdRow(feltTemperature: Int) -> Int {
        let degrees = feltTemperature > 0 ? (feltTemperature + 999) / 1_000 : feltTemperature / 1_000
        return max(0, min(9, (degrees + 19) / 5))
    }

    /// A cooker: breakfast, dinner and some lunch; a working day and a day off (assumption).
    static let cooking: [[Double]] = [
        [3, 1, 1, 1, 2, 8, 45, 70, 40, 20, 20, 30, 55, 35, 15, 15, 35, 90, 150, 130, 70, 40, 25, 10],
        [5, 2, 1, 1, 2, 4, 12, 35, 75, 95, 65, 45, 65, 60, 35, 30, 45, 80, 120, 105, 65, 45, 30, 15],
    ]

    /// Cooker and water heater: showers in the morning and the evening as well (assumption).
    static let cookingAndHotWater: [[Double]] = [
        [6, 3, 2, 3, 12, 45, 85, 80, 50, 35, 30, 32, 40, 30, 20, 20, 35, 65, 90, 85, 75, 65, 45, 20],
        [10, 5, 3, 3, 6, 18, 40, 70, 85, 85, 70, 50, 50, 45, 35, 30, 40, 60, 75, 75, 70, 60, 45, 25],
    ]

    /// A central boiler, off or low from 23 to 5 h and hot at 6 h: a day of frost, a cold and a mild one (assumption).
    static let boilerRoom: [[Double]] = [
        [26, 24, 24, 24, 30, 60, 62, 56, 50, 46, 44, 43, 42, 42, 42, 43, 45, 48, 50, 50, 48, 44, 34, 28],
        [8, 6, 6, 6, 20, 80, 82, 68, 56, 48, 44, 42, 40, 40, 40, 42, 46, 54, 60, 60, 56, 48, 24, 10],
        [3, 2, 2, 2, 10, 85, 110, 85, 55, 40, 35, 32, 30, 30, 30, 32, 40, 60, 80, 80, 65, 45, 15, 5],
    ]

    /// A factory of three shifts on working days, on Saturdays, and at rest (assumption).
    static let industry: [[Double]] = [
        [36, 36, 36, 36, 36, 37, 40, 44, 47, 48, 48, 48, 45, 47, 48, 48, 47, 44, 42, 40, 39, 38, 37, 36],
        [34, 34, 34, 34, 34, 36, 40, 48, 54, 56, 56, 56, 52, 48, 44, 42, 40, 38, 36, 36, 36, 35, 35, 34],
        [41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 41, 41, 41, 41],
    ]

    /// A school or an office: heated up at 5 h, closed at 17 h; and on a day when it is closed (assumption).
    static let institution: [[Double]] = [
        [10, 9, 9, 10, 25, 75, 95, 90, 80, 70, 62, 56, 52, 50, 48, 46, 40, 25, 18, 15, 13, 12, 11, 10],
        [44, 44, 45, 45, 45, 46, 46, 45, 43, 41, 40, 39, 38, 38, 38, 39, 40, 41, 42, 42, 43, 43, 44, 44],
    ]

    /// A filling station: taxis and minibuses before and after the day's work (assumption).
    static let cngStation: [[Double]] = [
        [18, 12, 9, 9, 14, 40, 70, 85, 72, 48, 36, 34, 38, 40, 36, 38, 48, 68, 82, 72, 52, 40, 30, 24]
    ]
}
