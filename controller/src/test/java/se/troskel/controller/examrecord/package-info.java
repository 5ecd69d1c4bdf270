@NullMarked
package se.troskel.controller.examrecord;

import org.jspecify.annotations.NullMarked;
