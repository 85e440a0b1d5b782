using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PixelLab.Web.Tests.Deploying;

/// <summary>A certificate that signs itself, as files that proxies read.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-certificate-");
    private readonly X509Certificate2 _certificate;

    /// <summary>Makes one for those names.</summary>
    public TestCertificate(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + names[0], key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        Array.ForEach(names, alternatives.AddDnsName);
        request.CertificateExtensions.Add(alternatives.Build());
        var now = DateTimeOffset.UtcNow;
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The certificate (PEM).</summary>
    public string CertificateFile => Path.Combine(_folder.FullName, "fullchain.pem");

    /// <summary>Its key (PEM).</summary>
    public string KeyFile => Path.Combine(_folder.FullName, "privkey.pem");

    /// <summary>Whether a server showed this very certificate.</summary>
    public bool Is(X509Certificate? shown) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(_certificate.RawData);

    /// <inheritdoc />
    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }
}
