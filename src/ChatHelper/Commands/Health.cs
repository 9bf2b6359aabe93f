using ChatHelper.Storage;

namespace ChatHelper.Commands;

/// <summary>Whether the worker lives, and whether it can take a turn.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (Engine engine) =>
        {
            try
            {
                await engine.Writer.Write(null, WriteProbe.Touch);
                return Results.Text("ready");
            }
            catch (StorageFault fault)
            {
                return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
