using System.Security.Cryptography;
using System.Text;

namespace PixelLab.Core.Town;

/// <summary>One of the invented people, as whom a learner can shop, log in and get mail. Nobody real is ever asked for.</summary>
public sealed record Persona
{
    /// <summary>The person's key in forms and events, for example <c>mara</c>.</summary>
    public required string Key { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>An address under a domain that is reserved for examples (RFC 2606), so it reaches nobody.</summary>
    public required string Email { get; init; }

    /// <summary>Street and number.</summary>
    public required string Street { get; init; }

    /// <summary>Postcode and town.</summary>
    public required string Town { get; init; }

    /// <summary>The number under which the shop knows the customer.</summary>
    public required string CustomerNumber { get; init; }

    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>
    /// The email address as ad networks want it for matching: small letters, SHA-256, hexadecimal. It hides little: whoever has
    /// the address can compute the same hash.
    /// </summary>
    public string EmailHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Email.ToLowerInvariant())));
}
