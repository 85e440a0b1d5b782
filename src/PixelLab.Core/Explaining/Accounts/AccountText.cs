using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>The words of what a request told.</summary>
public static class AccountText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(AccountText));
}
