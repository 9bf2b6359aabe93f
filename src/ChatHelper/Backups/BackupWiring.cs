namespace ChatHelper.Backups;

internal static class BackupWiring
{
    /// <summary>Backups while the worker runs; none without a folder.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, BackupOptions options)
    {
        services.AddSingleton(options);
        return options.Folder is null ? services
            : services.AddSingleton<BackupRound>().AddHostedService(all => all.GetRequiredService<BackupRound>());
    }
}
