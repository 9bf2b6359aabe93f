using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>The person's key was destroyed: what is left of them cannot be read by anybody.</summary>
internal sealed class KeyGone() : CryptographicException("the key of this person was destroyed");
