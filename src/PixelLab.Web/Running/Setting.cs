namespace PixelLab.Web.Running;

/// <summary>A setting of the lab, as <c>--help</c> and the README tell it. Both texts mark code as Markdown does.</summary>
/// <param name="Name">Its name in the configuration, or the option's on the command line with its dashes.</param>
/// <param name="Default">What holds where nobody says otherwise.</param>
/// <param name="IsList">Whether it has many values, each with a number: <c>NAME:0</c>.</param>
public sealed record Setting(string Name, string Default, bool IsList = false)
{
    /// <summary>What it is for.</summary>
    public string What => SettingText.Text[Name];
}
