using QRCoder;

namespace ChatHelper.Pages;

/// <summary>A text as squares that a telephone reads off the screen.</summary>
internal static class QrDrawing
{
    private const int Square = 4;

    /// <summary>The drawing, dark on white in any light.</summary>
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L, forceUtf8: true);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(Square, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
