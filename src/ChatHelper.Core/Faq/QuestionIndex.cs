using System.Buffers;

namespace ChatHelper.Core.Faq;

/// Finds the questions nearest to a message by the signs, pairs of signs and pairs with one sign between that both hold
/// (so one wrong sign leaves most of them standing). What few questions hold weighs most. Built once per pack; free of state.
internal sealed class QuestionIndex
{
    // What the message says beside the question counts fully against it, what the question says beside the message hardly:
    // people type two words of a long question.
    private const float Missing = 0.20f, Little = 1.6f, OfAll = 0.82f;

    private readonly Marks _marks = new();
    private readonly Dictionary<long, int[]> _holders = [];
    private readonly Dictionary<long, float> _weights = [];
    private readonly float[] _mass;
    private readonly int[] _owners;
    private readonly float _unknown;

    /// <param name="questions">For each question its wordings, plain.</param>
    public QuestionIndex(IReadOnlyList<IReadOnlyList<string>> questions)
    {
        var marks = questions.Select(wordings => wordings.Select(wording => _marks.Learn(wording)).ToList()).ToList();
        foreach (var held in marks.SelectMany(wordings => wordings.SelectMany(one => one).Distinct()).GroupBy(mark => mark))
        {
            _weights[held.Key] = Marks.Share(held.Key) * MathF.Log(1 + ((float)questions.Count / held.Count()));
        }

        _unknown = MathF.Log(1 + questions.Count);
        List<float> mass = [];
        List<int> owners = [];
        Dictionary<long, List<int>> holders = [];
        for (var owner = 0; owner < marks.Count; owner++)
        {
            // The last one stands for all wordings of a question together.
            foreach (var wording in marks[owner].Append([.. marks[owner].SelectMany(one => one).Distinct()]))
            {
                foreach (var mark in wording)
                {
                    (holders.TryGetValue(mark, out var list) ? list : holders[mark] = []).Add(mass.Count);
                }

                mass.Add(ReferenceEquals(wording, marks[owner]) ? 0 : wording.Sum(mark => _weights[mark]));
                owners.Add(owner);
            }

            mass[^1] = -1;
        }

        (_mass, _owners) = ([.. mass], [.. owners]);
        foreach (var (mark, list) in holders)
        {
            _holders[mark] = [.. list];
        }
    }

    /// Raises the score of each question, 0 to 1, to what this part of a message gives it.
    public void Score(ReadOnlySpan<char> part, Span<float> scores)
    {
        var marks = ArrayPool<long>.Shared.Rent(part.Length * 3);
        var common = ArrayPool<float>.Shared.Rent(_mass.Length);
        Array.Clear(common, 0, _mass.Length);
        var said = 0f;
        foreach (var mark in marks.AsSpan(0, _marks.Of(part, marks)))
        {
            if (!_weights.TryGetValue(mark, out var weight))
            {
                said += Marks.ShareUnknown(mark) * _unknown;
                continue;
            }

            said += weight;
            foreach (var wording in _holders[mark])
            {
                common[wording] += weight;
            }
        }

        for (var wording = 0; wording < _mass.Length; wording++)
        {
            if (common[wording] > 0)
            {
                var all = _mass[wording] < 0;
                var score = common[wording] / (said + (all ? 0 : Missing * (_mass[wording] - common[wording])))
                    * (common[wording] / (common[wording] + Little)) * (all ? OfAll : 1);
                ref var best = ref scores[_owners[wording]];
                best = Math.Max(best, score);
            }
        }

        ArrayPool<float>.Shared.Return(common);
        ArrayPool<long>.Shared.Return(marks);
    }
}
