package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.providers.rig.Settings;

class SettingsReaderTest {
    private static final CimName NOTES = CimName.of("Notes");
    private static final CimName TYPE = CimName.of("VirtualSystemType");

    private static SettingsReader reader(Settings settings) {
        return new SettingsReader(settings.build(), "SystemSettings");
    }

    private static Settings settings() {
        return Settings.of("CIM_VirtualSystemSettingData");
    }

    @Nested
    class Finish {
        @Test
        void whatWasReadIsFine() throws CimException {
            SettingsReader reader = reader(settings().with("VirtualSystemType", "DMTF:KVM"));

            assertThat(reader.text(TYPE)).isEqualTo("DMTF:KVM");
            assertThatCode(reader::finish).doesNotThrowAnyException();
        }

        @Test
        void whatNobodyReadIsRefusedByNameAndValue() {
            SettingsReader reader = reader(settings().with("Notes", CimValues.texts("a", "b")));

            assertThatThrownBy(reader::finish)
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.INVALID_PARAMETER))
                    .hasMessage("SystemSettings: Notes = ['a', 'b'] cannot be had here; leave it out");
        }

        @Test
        void emptyTextsAndArraysSayNothing() {
            SettingsReader reader =
                    reader(settings().with("VirtualSystemType", " ").with("Notes", CimValues.texts()));

            assertThatCode(reader::finish).doesNotThrowAnyException();
        }

        @Test
        void whatOnlyDescribesIsFine() {
            SettingsReader reader = reader(settings()
                    .with("Caption", "c")
                    .with("InstanceID", "Telvirt:x")
                    .with("ChangeableType", CimValues.uint16(2))
                    .with("CreationTime", CimValues.dateTime(CimDateTime.ZERO_INTERVAL)));

            assertThatCode(reader::finish).doesNotThrowAnyException();
        }
    }

    @Nested
    class Accept {
        @Test
        void theValueThatIsSoAnywayIsFineAndAnotherIsNot() {
            SettingsReader same = reader(settings().with("VirtualSystemType", "a"));
            SettingsReader other = reader(settings().with("VirtualSystemType", "b"));
            same.accept(TYPE, CimValues.text("a"));
            other.accept(TYPE, CimValues.text("a"));

            assertThatCode(same::finish).doesNotThrowAnyException();
            assertThatThrownBy(other::finish).hasMessageContaining("VirtualSystemType = 'b' cannot be had");
        }
    }

    @Nested
    class OnlyText {
        @Test
        void anArrayOfOneIsItsElement() throws CimException {
            assertThat(reader(settings().withOnly("Notes", "n")).onlyText(NOTES))
                    .isEqualTo("n");
            assertThat(reader(settings().with("Notes", CimValues.texts("", "n")))
                            .onlyText(NOTES))
                    .isEqualTo("n");
            assertThat(reader(settings()).onlyText(NOTES)).isNull();
        }

        @Test
        void moreThanOneIsRefused() {
            SettingsReader reader = reader(settings().with("Notes", CimValues.texts("a", "b")));

            assertThatThrownBy(() -> reader.onlyText(NOTES)).hasMessageContaining("Notes has 2 entries; give one");
        }
    }
}
