namespace ChatHelper.Core.Facts.Reading;

/// Reads one number: digits, numerals and magnitudes mixed, two neighbouring numerals as a span ("two three ten" = 20~30),
/// a last numeral as the next lower magnitude ("two myriad three" = 23000).
internal sealed class Numeral
{
    private const int MostDigits = 15;

    private readonly Scan _scan;
    private int _at;
    private (decimal Low, decimal High) _total, _section, _digit;
    private decimal _unit = 1, _greatest = 1;
    private Bound _bound;
    private int _digits; // how many digits the open group has; 0 when none is open
    private bool _spoken, _several, _zero, _paired;

    private Numeral(Scan scan, int at) => (_scan, _at) = (scan, at);

    public static Number? Read(Scan scan, int at)
    {
        if (scan.Find(at, Kind.AtLeast, Kind.WholeNumber) is { } whole)
        {
            var value = whole.Word.First;
            var bound = whole.Word.Kind == Kind.AtLeast ? Bound.OrMore : Bound.None;
            return new Number(at, whole.End, value, value, bound, bound == Bound.None ? 1 : value, Paired: false, Typed: false);
        }

        return scan.IsDigit(at) || scan.Is(at, Kind.Digit) || scan.Is(at, Kind.PairDigit) || scan.Is(at, Kind.Several) || scan.Is(at, Kind.Magnitude)
            ? new Numeral(scan, at).Read(at)
            : null;
    }

    private Number? Read(int start)
    {
        while (Typed() || Spoken() || Several() || Magnitude())
        {
        }

        var named = _greatest > 1;
        if (_at == start || (_several && !named) || (_digits == 0 && !named))
        {
            return null;
        }

        LastDigit(named);
        var (low, high) = (_total.Low + _section.Low, _total.High + _section.High);
        return new Number(start, _at, low, high, _bound, _greatest, _paired, _scan.IsDigit(start));
    }

    private bool Typed()
    {
        if (_digits > 0 || !_scan.IsDigit(_at))
        {
            return false;
        }

        decimal value = 0;
        var (at, digits) = (_at, 0);
        for (; _scan.IsDigit(at) || (digits > 0 && Thousands(at)); at++)
        {
            if (_scan.IsDigit(at) && digits++ < MostDigits)
            {
                value = (value * 10) + (_scan.At(at) - '0');
            }
        }

        if (_scan.At(at) == '.' && _scan.IsDigit(at + 1) && digits < MostDigits)
        {
            var place = 0.1m;
            for (at++; _scan.IsDigit(at); at++, place /= 10)
            {
                value += place * (_scan.At(at) - '0');
            }
        }

        (_at, _digit, _digits, _spoken) = (at, (value, value), digits, false);
        return digits <= MostDigits;
    }

    private bool Thousands(int at) => _scan.At(at) == ',' && _scan.IsDigit(at + 1) && _scan.IsDigit(at + 2) && _scan.IsDigit(at + 3) && !_scan.IsDigit(at + 4);

    private bool Spoken()
    {
        if (_paired || _scan.Find(_at, Kind.Digit, Kind.PairDigit) is not { } hit || (_digits > 0 && !_spoken) || _digits >= MostDigits)
        {
            return false;
        }

        decimal digit = hit.Word.First;
        if (_digits == 0)
        {
            if (digit == 0 && _greatest > 1)
            {
                (_zero, _at) = (true, hit.End);
                return true;
            }

            (_digit, _spoken) = ((digit, digit), true);
        }
        else if (_digits == 1 && (digit == _digit.Low + 1 || (_digit.Low, digit) is (3, 5)))
        {
            _digit.High = digit;
        }
        else if (_greatest == 1)
        {
            var value = _digits == 2 && _digit.High > _digit.Low ? (_digit.Low * 10) + _digit.High : _digit.Low;
            _digit = ((value * 10) + digit, (value * 10) + digit);
        }
        else
        {
            return false;
        }

        (_at, _digits, _paired) = (hit.End, _digits + 1, hit.Word.Kind == Kind.PairDigit);
        return true;
    }

    private bool Several()
    {
        if (_several || _scan.Find(_at, Kind.Several) is not { } hit || (_greatest > 1 && _unit != 10))
        {
            return false;
        }

        if (_digits > 0 && !_spoken && _digit.Low > 0 && _digit.Low % 10 == 0) // "20-odd"
        {
            (_digit, _at) = ((_digit.Low + 1, _digit.High + 9), hit.End);
            return true;
        }

        if (_digits > 0)
        {
            return false;
        }

        (_digit, _digits, _spoken, _several, _at) = ((_greatest > 1 ? 1 : 2, 9), 1, true, true, hit.End);
        return true;
    }

    private bool Magnitude()
    {
        var at = _at;
        var bound = _bound;
        if (_scan.Find(at, Kind.OrMoreAfter, Kind.BeforeUnit) is { } loose)
        {
            (at, bound) = (loose.End, loose.Word.Kind == Kind.BeforeUnit ? Bound.About : Bound.OrMore);
        }
        else if (_digits > 0 && _scan.Find(at, Kind.Piece) is { } piece)
        {
            at = piece.End;
        }

        if (_scan.Find(at, Kind.Magnitude) is not { } hit || !Take(hit.Word.First, skipped: at > _at))
        {
            return false;
        }

        (_at, _bound, _paired) = (hit.End, bound, false);
        return true;
    }

    private bool Take(decimal unit, bool skipped)
    {
        var open = _digits > 0;
        var ten = !open && unit == 10 && _section.High == 0 && !skipped;
        if (unit < 10_000 ? (!open && !ten) || (_section.High > 0 && unit >= _unit) : !open && _section.High == 0)
        {
            return false;
        }

        if (ten)
        {
            _digit = (1, 1);
        }
        else if (!open)
        {
            _digit = (0, 0);
        }

        if (unit < 10_000)
        {
            _section = (_section.Low + (_digit.Low * unit), _section.High + (_digit.High * unit));
        }
        else if (_total.High == 0)
        {
            (_total, _section) = (((_section.Low + _digit.Low) * unit, (_section.High + _digit.High) * unit), (0, 0));
        }
        else
        {
            return false;
        }

        (_unit, _greatest, _digits, _zero) = (unit, Math.Max(_greatest, unit), 0, false);
        return true;
    }

    private void LastDigit(bool named)
    {
        if (_digits == 0)
        {
            return;
        }

        // "two thousand a month": the one belongs to the month.
        if (named && _unit >= 100 && !_zero && _spoken && _digit is (1, 1) && (_scan.Is(_at, Kind.Measure) || _scan.Is(_at, Kind.TimeUnit)))
        {
            _at--;
            return;
        }

        var place = 1m;
        if (named && !_zero && _unit >= 100)
        {
            place = _unit / 10;
            for (var more = _digits; more > 1 && !_spoken && place > 1; more--)
            {
                place /= 10;
            }
        }

        _section = (_section.Low + (_digit.Low * place), _section.High + (_digit.High * place));
    }
}
