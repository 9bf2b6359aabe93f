using System.CommandLine;
using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Commands;

/// <summary><c>keys status</c> says where the keys are and how they stand; <c>keys rotate</c> changes the master key.</summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var status = new Command("status", "Where the keys are, how many there are, whether both copies are alike.");
        status.SetAction(_ => Status(Places.Read(), Console.Out));
        var file = new Option<string?>("--new-key-file") { Description = "a file of 32 bytes that becomes the master key; made when it is not there" };
        var phrase = new Option<string?>("--new-passphrase-file") { Description = "a file whose first line becomes the passphrase" };
        var rotate = new Command("rotate", "Wrap all keys anew under a new master key; the worker must not run.") { file, phrase };
        rotate.SetAction(parsed => Rotate(Places.Read(), parsed.GetValue(file), parsed.GetValue(phrase), Console.Out));
        return new Command("keys", "The keys of persons, and the master key that wraps them.") { status, rotate };
    }

    public static int Status(Places places, TextWriter output)
    {
        var vault = places.Vault;
        using var keys = vault.Open(readOnly: true);
        var (first, second) = (KeyRing.First(vault.Folder), KeyRing.Second(vault.Copy));
        var alike = File.Exists(second) && File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second));
        output.WriteLine($"Keys:       {first}");
        output.WriteLine($"Copy:       {second}{(vault.Folder == vault.Copy ? " (the same folder: CHATHELPER_KEYS_COPY should name one on another disk)" : "")}");
        output.WriteLine($"Alike:      {(alike ? "yes" : "no (a running worker writes the copy a moment later; ask again, else the next start mends it)")}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Live:       {keys.Persons.Count}"));
        output.WriteLine($"Id:         {keys.Id}");
        output.WriteLine($"Master key: {vault.PassphraseFile ?? vault.KeyFile ?? vault.OwnKey}{(vault.PassphraseFile is null ? "" : " (passphrase)")}");
        if (vault.Warning.Length > 0)
        {
            output.WriteLine(vault.Warning);
        }

        return alike ? 0 : 1;
    }

    public static int Rotate(Places places, string? keyFile, string? passphraseFile, TextWriter output)
    {
        if (keyFile is not null && passphraseFile is not null)
        {
            throw new StartFault("--new-key-file and --new-passphrase-file are both given; one of them is the new master key.");
        }

        if (passphraseFile is "-")
        {
            throw new StartFault("--new-passphrase-file must be a file: a slip of the finger would lock everything.");
        }

        using var held = DataLock.Take(places.DataFolder);
        places.NeedKeys();
        var rotation = new KeyRotation(places.Vault);
        var wrapped = keyFile is not null ? rotation.ToKeyFile(keyFile) : passphraseFile is not null ? rotation.ToPassphrase(passphraseFile) : rotation.ToOwn();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wrapped} keys wrapped anew."));
        output.WriteLine(keyFile is not null ? $"Set CHATHELPER_MASTER_KEY_FILE={Path.GetFullPath(keyFile)} before the next start, and no CHATHELPER_PASSPHRASE_FILE."
            : passphraseFile is not null ? $"Set CHATHELPER_PASSPHRASE_FILE={passphraseFile} before the next start, and no CHATHELPER_MASTER_KEY_FILE."
            : $"The new master key is {places.Vault.OwnKey}; the former opens nothing that lies here.");
        return 0;
    }
}
