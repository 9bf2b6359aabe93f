namespace ChatHelper.Storage;

/// <summary>The database could not take a write: full, read-only or broken. Nothing of the batch was stored, nothing was
/// acknowledged; the channel keeps the words and delivers them again.</summary>
internal sealed class StorageFault(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The data folder or the database cannot be used at all: the start stops with this word.</summary>
internal sealed class StartFault(string message, Exception? inner = null) : Exception(message, inner);
