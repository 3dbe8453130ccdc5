package io.flotilla.gateway.studydesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    private static final Course POMODORO = new Course(true, 1_500, 300, 900);

    /** The same table as session-service's. */
    @ParameterizedTest
    @CsvSource({
        "0,     focus,      1, 1500,    0",
        "1499,  focus,      1,    1, 1499",
        "1500,  break,      1,  300, 1500",
        "1799,  break,      1,    1, 1500",
        "1800,  focus,      2, 1500, 1500",
        "5400,  focus,      4, 1500, 4500",
        "6899,  focus,      4,    1, 5999",
        "6900,  long-break, 4,  900, 6000",
        "7799,  long-break, 4,    1, 6000",
        "7800,  focus,      5, 1500, 6000",
        "9300,  break,      5,  300, 7500",
        "14700, long-break, 8,  900, 12000",
    })
    void goesFromFocusToRestAndBack(long second, String phase, long round, long remaining, long studied) {
        assertThat(POMODORO.at(second)).isEqualTo(new Course.Place(phase, round, remaining, studied));
    }

    @Test
    void countsDownToTheEndAndNoFurther() {
        var course = new Course(false, 60, 0, 0);

        assertThat(course.at(59).remaining()).isEqualTo(1);
        assertThat(course.at(60).remaining()).isZero();
        assertThat(course.has(60)).isTrue();
        assertThat(course.has(61)).isFalse();
        assertThat(new Course(false, 0, 0, 0).at(61).remaining()).isNull();
    }
}
