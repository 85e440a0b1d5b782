using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>The keys by which ASP.NET Core protects what it hands to browsers: what one lab has protected, every other can read. The
/// framework knows no other way to ask than to wait; it does so at the start, and later on a thread of its own while the keys at hand serve.</summary>
internal sealed class RedisKeyRing(RedisServer server) : IXmlRepository
{
    private static readonly RedisKey Keys = RedisServer.Key("keys");

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. server.Database.ListRange(Keys).Select(key => XElement.Parse(key.ToString()))];

    public void StoreElement(XElement element, string friendlyName) =>
        server.Database.ListRightPush(Keys, element.ToString(SaveOptions.DisableFormatting));
}
