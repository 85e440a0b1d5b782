namespace PixelLab.Core.Lessons.Conditions;

/// <summary>The bounds of a condition, so that a hostile one costs no more than a large one.</summary>
public static class ConditionLimits
{
    /// <summary>The most requirements of one condition, alternatives counted.</summary>
    public const int Requirements = 20;

    /// <summary>The most comparisons of one condition.</summary>
    public const int Comparisons = 200;

    /// <summary>The most characters of one line.</summary>
    public const int LineLength = 500;

    /// <summary>The most lines of one condition's block.</summary>
    public const int Lines = 100;

    /// <summary>The largest number of events that can be asked for.</summary>
    public const int Times = 1000;

    /// <summary>The most characters by which events are told to differ.</summary>
    public const int DifferingLength = 256;

    /// <summary>The most characters of an event's value that are compared.</summary>
    public const int ValueLength = 4096;
}
