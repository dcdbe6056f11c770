// The only file of this module that takes anything from the system: its C mathematics. The functions called are those
// that every C library gives to within one unit in the last place; all others are written in this module.
#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#else
#error("No C mathematics is known for this platform")
#endif

/// *e* raised to a power.
@inline(__always) func exp(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.exp(x)
    #elseif canImport(Glibc)
    Glibc.exp(x)
    #elseif canImport(Musl)
    Musl.exp(x)
    #elseif canImport(Android)
    Android.exp(x)
    #endif
}

/// *e* raised to a power, less 1, exact near 0.
@inline(__always) func expm1(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.expm1(x)
    #elseif canImport(Glibc)
    Glibc.expm1(x)
    #elseif canImport(Musl)
    Musl.expm1(x)
    #elseif canImport(Android)
    Android.expm1(x)
    #endif
}

/// The natural logarithm.
@inline(__always) func log(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.log(x)
    #elseif canImport(Glibc)
    Glibc.log(x)
    #elseif canImport(Musl)
    Musl.log(x)
    #elseif canImport(Android)
    Android.log(x)
    #endif
}

/// The natural logarithm of 1 plus a number, exact near 0.
@inline(__always) func log1p(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.log1p(x)
    #elseif canImport(Glibc)
    Glibc.log1p(x)
    #elseif canImport(Musl)
    Musl.log1p(x)
    #elseif canImport(Android)
    Android.log1p(x)
    #endif
}

/// A base raised to a power.
@inline(__always) func pow(_ base: Double, _ exponent: Double) -> Double {
    #if canImport(Darwin)
    Darwin.pow(base, exponent)
    #elseif canImport(Glibc)
    Glibc.pow(base, exponent)
    #elseif canImport(Musl)
    Musl.pow(base, exponent)
    #elseif canImport(Android)
    Android.pow(base, exponent)
    #endif
}

/// The sine of an angle in radians.
@inline(__always) func sin(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.sin(x)
    #elseif canImport(Glibc)
    Glibc.sin(x)
    #elseif canImport(Musl)
    Musl.sin(x)
    #elseif canImport(Android)
    Android.sin(x)
    #endif
}

/// The cosine of an angle in radians.
@inline(__always) func cos(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.cos(x)
    #elseif canImport(Glibc)
    Glibc.cos(x)
    #elseif canImport(Musl)
    Musl.cos(x)
    #elseif canImport(Android)
    Android.cos(x)
    #endif
}

/// The angle in radians, from −π/2 to π/2, whose sine is a number.
@inline(__always) func asin(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.asin(x)
    #elseif canImport(Glibc)
    Glibc.asin(x)
    #elseif canImport(Musl)
    Musl.asin(x)
    #elseif canImport(Android)
    Android.asin(x)
    #endif
}

/// The error function.
@inline(__always) func erf(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.erf(x)
    #elseif canImport(Glibc)
    Glibc.erf(x)
    #elseif canImport(Musl)
    Musl.erf(x)
    #elseif canImport(Android)
    Android.erf(x)
    #endif
}

/// The complementary error function, exact where it is small.
@inline(__always) func erfc(_ x: Double) -> Double {
    #if canImport(Darwin)
    Darwin.erfc(x)
    #elseif canImport(Glibc)
    Glibc.erfc(x)
    #elseif canImport(Musl)
    Musl.erfc(x)
    #elseif canImport(Android)
    Android.erfc(x)
    #endif
}
