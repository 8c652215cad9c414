/** A stand-in for a library that annotated code may use. */
package org.hipparchus.util;
