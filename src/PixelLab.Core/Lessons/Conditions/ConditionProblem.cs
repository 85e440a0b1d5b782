namespace PixelLab.Core.Lessons.Conditions;

/// <summary>A mistake in a condition.</summary>
/// <param name="Line">The file's line, from 1.</param>
/// <param name="Column">The place in the line, from 1.</param>
/// <param name="Text">What is wrong and what would be right, in plain words.</param>
public sealed record ConditionProblem(int Line, int Column, string Text);

/// <summary>A condition as read, with what was wrong in it.</summary>
/// <param name="Value">The condition; null where there is a problem.</param>
/// <param name="Problems">The mistakes; empty where there is a condition.</param>
public sealed record ParsedCondition(Condition? Value, IReadOnlyList<ConditionProblem> Problems);

/// <summary>A selector as read, with what was wrong in it.</summary>
/// <param name="Value">The selector; null where there is a problem.</param>
/// <param name="Problems">The mistakes; empty where there is a selector.</param>
public sealed record ParsedSelector(Selector? Value, IReadOnlyList<ConditionProblem> Problems);

/// <summary>A line of a condition's block as it stands in the file.</summary>
/// <param name="Number">The file's line, from 1.</param>
/// <param name="Text">The line, with the spaces before it.</param>
public readonly record struct SourceLine(int Number, string Text);
