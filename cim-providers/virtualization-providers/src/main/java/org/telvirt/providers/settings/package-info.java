/**
 * Configurations of virtual systems and their top (DSP1057): what a system is made of now, found by
 * CIM_SettingsDefineState, and what its next start uses, found from there by CIM_ElementSettingData; and how settings
 * that a client sends are read, of which nothing is ignored in silence.
 */
@NullMarked
package org.telvirt.providers.settings;

import org.jspecify.annotations.NullMarked;
