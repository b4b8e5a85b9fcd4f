# Precision and the f, e, g and % presentations.
def main():
    x = 1234.56789
    return f"{x:.2f}", f"{x:10.1f}|", f"{x:e}", f"{x:.3e}", f"{x:g}", f"{x:.3g}", f"{0.256:.1%}", f"{x:,.2f}", f"{-0.0:.1f}", f"{1e20:.0f}", f"{2.5:.0f}", f"{x:+.1f}"
