using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Signing;

/// <summary>
/// The secret key of a key pair. It is held as bytes, never as text, and is wiped on <see cref="Dispose"/>.
/// </summary>
/// <remarks>The service uses the key as UTF-8 text; although it looks like base64, it is not decoded.</remarks>
public sealed class SecretKey : IDisposable
{
    private readonly object _gate = new();
    private byte[]? _bytes;

    private SecretKey(byte[] bytes) => _bytes = bytes;

    /// <summary>Makes a key from its text.</summary>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static SecretKey FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("The secret key is blank.", nameof(text));
        }

        return new SecretKey(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Makes a key from a secure string, without ever holding its text as a string.</summary>
    /// <exception cref="ArgumentException">The secure string is empty.</exception>
    public static SecretKey FromSecureString(SecureString secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length == 0)
        {
            throw new ArgumentException("The secret key is empty.", nameof(secret));
        }

        var characters = new char[secret.Length];
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(pointer, characters, 0, characters.Length);
            return new SecretKey(Encoding.UTF8.GetBytes(characters));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>HMAC-SHA256 of a message under this key.</summary>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    internal byte[] Authenticate(byte[] message)
    {
        // The lock keeps Dispose from wiping the bytes under a signature that is being computed.
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_bytes is null, this);
#if NET
            return HMACSHA256.HashData(_bytes!, message);
#else
            using var hmac = new HMACSHA256(_bytes!);
            return hmac.ComputeHash(message);
#endif
        }
    }

    /// <summary>Wipes the key. Nothing can be signed with it any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_bytes is not null)
            {
                Array.Clear(_bytes, 0, _bytes.Length);
            }

            _bytes = null;
        }
    }

    /// <summary>Says what this is; never the key.</summary>
    public override string ToString() => nameof(SecretKey);
}
