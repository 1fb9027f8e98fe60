#include "CFleetData.h"

// #embed is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char blank[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/template.yaml"
};
static const unsigned char village[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/village.yaml"
};
static const unsigned char city_100k[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/city-100k.yaml"
};
static const unsigned char prepaid_price_rise[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/prepaid-price-rise.yaml"
};
static const unsigned char corrector_sites[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/corrector-sites.yaml"
};
static const unsigned char quarantine_month[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/quarantine-month.yaml"
};
static const unsigned char card_fault_wave[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/card-fault-wave.yaml"
};
static const unsigned char rollover_month[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/rollover-month.yaml"
};
static const unsigned char bad_contractor[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/bad-contractor.yaml"
};
static const unsigned char cng[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/cng.yaml"
};
static const unsigned char institutions[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/institutions.yaml"
};
static const unsigned char policies[] = {
#embed "../../../Simulators/FleetSimulator/Scenarios/policies.yaml"
};

const unsigned char *endeks_fleet_text_bytes(endeks_fleet_text text, size_t *size) {
    switch (text) {
    case ENDEKS_SCENARIO_VILLAGE: *size = sizeof village; return village;
    case ENDEKS_SCENARIO_CITY: *size = sizeof city_100k; return city_100k;
    case ENDEKS_SCENARIO_PREPAID_PRICE_RISE: *size = sizeof prepaid_price_rise; return prepaid_price_rise;
    case ENDEKS_SCENARIO_CORRECTOR_SITES: *size = sizeof corrector_sites; return corrector_sites;
    case ENDEKS_SCENARIO_QUARANTINE_MONTH: *size = sizeof quarantine_month; return quarantine_month;
    case ENDEKS_SCENARIO_CARD_FAULT_WAVE: *size = sizeof card_fault_wave; return card_fault_wave;
    case ENDEKS_SCENARIO_ROLLOVER_MONTH: *size = sizeof rollover_month; return rollover_month;
    case ENDEKS_SCENARIO_BAD_CONTRACTOR: *size = sizeof bad_contractor; return bad_contractor;
    case ENDEKS_SCENARIO_CNG: *size = sizeof cng; return cng;
    case ENDEKS_SCENARIO_INSTITUTIONS: *size = sizeof institutions; return institutions;
    case ENDEKS_SCENARIO_POLICIES: *size = sizeof policies; return policies;
    default: *size = sizeof blank; return blank;
    }
}
