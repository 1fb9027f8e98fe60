#ifndef ENDEKS_FLEET_DATA_H
#define ENDEKS_FLEET_DATA_H
#include <stddef.h>

/// Text files of Simulators/FleetSimulator/Scenarios that are compiled in.
typedef enum endeks_fleet_text {
    ENDEKS_SCENARIO_TEMPLATE = 0,
    ENDEKS_SCENARIO_VILLAGE = 1,
    ENDEKS_SCENARIO_CITY = 2,
    ENDEKS_SCENARIO_PREPAID_PRICE_RISE = 3,
    ENDEKS_SCENARIO_CORRECTOR_SITES = 4,
    ENDEKS_SCENARIO_QUARANTINE_MONTH = 5,
    ENDEKS_SCENARIO_CARD_FAULT_WAVE = 6,
    ENDEKS_SCENARIO_ROLLOVER_MONTH = 7,
    ENDEKS_SCENARIO_BAD_CONTRACTOR = 8,
    ENDEKS_SCENARIO_CNG = 9,
    ENDEKS_SCENARIO_INSTITUTIONS = 10,
    ENDEKS_SCENARIO_POLICIES = 11
} endeks_fleet_text;

/// A file's bytes (UTF-8), of the size written to `size`.
const unsigned char *endeks_fleet_text_bytes(endeks_fleet_text text, size_t *size);

#endif
