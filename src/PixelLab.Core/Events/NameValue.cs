namespace PixelLab.Core.Events;

/// <summary>One name with its value, in the order and spelling in which it came.</summary>
/// <param name="Name">A parameter's, header's or cookie's name.</param>
/// <param name="Value">Its value, decoded; what could not be decoded stands as it came.</param>
public readonly record struct NameValue(string Name, string Value);
