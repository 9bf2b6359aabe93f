using System.Text;
using System.Xml.Linq;
using ChatHelper.Vault;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ChatHelper.Desk;

/// <summary>Closes the keys of the desk's cookies with the key that belongs to nobody: the framework would leave them in clear.</summary>
internal sealed class DeskKeySeal(Seal seal) : IXmlEncryptor
{
    internal static readonly Place Place = new("desk-key", "xml", KeyRing.Nobody, "cookies", 1);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(seal.Close(Place, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
        typeof(DeskKeyOpener));
}

/// <summary>Opens what <see cref="DeskKeySeal"/> closed; the framework makes it by the name that stands in the file.</summary>
internal sealed class DeskKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<Engine>().Seal.Open(DeskKeySeal.Place, Convert.FromBase64String(encryptedElement.Value)).Span));
}
