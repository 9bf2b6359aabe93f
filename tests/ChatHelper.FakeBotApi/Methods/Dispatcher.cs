using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

/// <summary>How a call leaves the server.</summary>
internal enum Outcome { Written, Dropped, BadGateway }

internal sealed record Method(string Name, Func<Call, ValueTask> Run, bool Paced);

/// <summary>Finds the method, lets faults and rates strike, runs it and enters refusals in the ledger.</summary>
internal sealed class Dispatcher
{
    private readonly World _world;
    private readonly FrozenDictionary<string, Method>.AlternateLookup<ReadOnlySpan<char>> _methods;

    public Dispatcher(World world)
    {
        _world = world;
        var table = new MethodTable(world).All.ToFrozenDictionary(m => m.Name, StringComparer.OrdinalIgnoreCase);
        _methods = table.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The contract's spelling of a method, or the given one when it is unknown.</summary>
    public string Name(ReadOnlySpan<char> method) => _methods.TryGetValue(method, out var known) ? known.Name : method.ToString();

    public static Outcome Unknown(Call call)
    {
        call.Answer.Fail(401, "Unauthorized");
        call.Answer.End();
        return Outcome.Written;
    }

    public async ValueTask<Outcome> RunAsync(Call call)
    {
        if (!_methods.TryGetValue(call.Method, out var method))
        {
            call.Answer.Fail(404, "Not Found: method not found");
            call.Answer.End();
            return Outcome.Written;
        }
        var chatId = call.Arguments.Number("chat_id"u8) ?? 0;
        var fault = _world.Faults.Strike(method.Name, chatId);
        if (call.InWebhookAnswer && fault is { Kind: FaultKind.BadGateway or FaultKind.LostAnswer })
        {
            fault = null; // there is no connection that could break
        }
        if (fault is { Kind: FaultKind.Stalled })
        {
            await fault.Until;
            fault = null;
        }
        if (fault is { Kind: FaultKind.BadGateway, Executed: false })
        {
            return Outcome.BadGateway;
        }
        if (fault is null or { Kind: FaultKind.LostAnswer or FaultKind.BadGateway })
        {
            await RunAsync(method, call, chatId);
        }
        else
        {
            Refuse(fault, call, chatId);
        }
        call.Answer.End();
        _world.Ledger.Count(method.Name, call.Answer.Error);
        if (call.Answer.Error is not null && _world.Ledger.Wanted)
        {
            _world.Ledger.Add(_world.Entry(call, LedgerKind.Refused, chatId) with
            {
                ErrorCode = call.Answer.Status, Error = call.Answer.Error, Text = Readable(call),
            });
        }
        return fault?.Kind switch
        {
            FaultKind.LostAnswer => Outcome.Dropped,
            FaultKind.BadGateway => Outcome.BadGateway,
            _ => Outcome.Written,
        };
    }

    private async ValueTask RunAsync(Method method, Call call, long chatId)
    {
        if (method.Paced && _world.Limits.Check(chatId) is var wait and > 0)
        {
            call.Answer.TooManyRequests(wait);
            return;
        }
        try
        {
            await method.Run(call);
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidOperationException)
        {
            call.Refuse("strings must be encoded in UTF-8");
        }
        catch (JsonException)
        {
            call.Refuse("can't parse JSON object");
        }
    }

    private void Refuse(Fault fault, Call call, long chatId)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                _world.Limits.Ban(fault.Global ? 0 : chatId, fault.RetryAfter);
                call.Answer.TooManyRequests(fault.RetryAfter);
                break;
            case FaultKind.Unauthorized:
                call.Answer.Fail(401, "Unauthorized");
                break;
            case FaultKind.Blocked:
                call.Answer.Fail(403, "Forbidden: bot was blocked by the user");
                break;
            case FaultKind.ChatNotFound:
                call.Refuse("chat not found");
                break;
            case FaultKind.Migrated:
                call.Answer.Fail(400, "Bad Request: group chat was upgraded to a supergroup chat", migrateTo: fault.MigrateTo);
                break;
            default:
                call.Answer.Fail(fault.Code, fault.Description);
                break;
        }
    }

    private static string? Readable(Call call)
    {
        try
        {
            return call.Arguments.String("text"u8);
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidOperationException)
        {
            return null;
        }
    }
}
