#!/usr/bin/env python3
"""Makes the workbooks of books/ with openpyxl and LibreOffice, and beside each
what openpyxl reads from it (NAME.want): the reference that TestBooks compares
with. Files that openpyxl cannot read are turned into .xlsx by LibreOffice first.

    python3 make.py        needs python3-openpyxl and libreoffice-calc
"""
import datetime as dt
import json
import os
import shutil
import subprocess
import tempfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "books")


def mixed(wb):
    """A sheet with one of everything."""
    ws = wb.active
    ws.title = "来电"
    ws.append(["来电时间", "客服", "时长", "金额", "占比", "已解决", "订单号", "备注"])
    for i in range(40):
        ws.append([
            dt.datetime(2021, 1, 1, 9, 3, 22) + dt.timedelta(hours=7 * i),
            ["小雨", "阿强", "Zoë & <Co>", None][i % 4],
            dt.timedelta(seconds=61 * i + 5),
            round(12.5 * i - 60, 2),
            i / 40,
            i % 3 == 0,
            "31012345678901%04d" % i,
            ["", "第一行\n第二行", "a b", "  空格  ", "'单引号", '"双引号"', "+不是公式", "😀表情"][i % 8] or None,
        ])
        row = ws.max_row
        ws.cell(row, 1).number_format = 'yyyy"年"m"月"d"日" hh:mm:ss'
        ws.cell(row, 3).number_format = "[h]:mm:ss"
        ws.cell(row, 4).number_format = '"¥"#,##0.00'
        ws.cell(row, 5).number_format = "0.0%"
    ws["J3"] = dt.date(2024, 2, 29)
    ws["J4"] = dt.time(23, 59, 58)
    ws["J5"] = 1e-7
    ws["J6"] = 123456789012345
    ws["J7"] = -0.1
    ws["J8"] = 1e21
    ws.merge_cells("L2:M5")
    ws["L2"] = "合并"
    ws.row_dimensions[10].hidden = True
    ws.row_dimensions[12].hidden = True
    hidden = wb.create_sheet("隐藏 sheet")
    hidden["C5"] = "只有这一格"
    hidden.sheet_state = "hidden"
    wb.create_sheet("空表")
    return ws


RICH = """<html><meta charset="utf-8"><table>
<tr><td>普通<b>加粗</b> 尾</td><td>甲<br>乙</td></tr>
<tr><td><i>斜体</i>和<font color="#ff0000">红色</font></td><td>1.50</td></tr></table></html>"""


def errors(wb):
    ws = wb.active
    for i, e in enumerate(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]):
        ws.cell(i + 1, 1).value = e
        ws.cell(i + 1, 2).value = i
    ws["C1"] = "普通文字"


def sparse(wb):
    ws = wb.active
    ws["B3"] = "标题"
    ws["XFD7"] = 1
    ws["A1000"] = "远"
    ws["C1001"] = dt.datetime(1999, 12, 31)


def formulas(wb):
    ws = wb.active
    ws.append(["单价", "数量", "合计", "文字", "真假", "错误", "空"])
    for i in range(2, 12):
        ws.append([1.25 * i, i, f"=A{i}*B{i}", f'=A{i}&"元"', f"=B{i}>5", f"=1/(B{i}-5)", '=""'])


def save(name, make, **kw):
    wb = openpyxl.Workbook()
    wb.iso_dates = kw.get("iso", False)
    if kw.get("mac"):
        wb.epoch = CALENDAR_MAC_1904
    make(wb)
    path = os.path.join(OUT, name)
    wb.save(path)
    return path


def office(src, to, name, outdir=OUT, *more):
    """Converts by LibreOffice; `to` is an extension with its filter."""
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + d + "/profile", "--headless", *more,
                        "--convert-to", to, "--outdir", d, src], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stem = os.path.splitext(os.path.basename(src))[0]
        made = os.path.join(d, stem + "." + to.split(":")[0])
        path = os.path.join(outdir, name)
        shutil.move(made, path)
        return path


def cell_text(c, epoch):
    v = c.value
    if v is None or v == "":
        return ""
    if c.data_type == "e":
        return "!" + v
    if isinstance(v, bool):
        return "TRUE" if v else "FALSE"
    if isinstance(v, (dt.datetime, dt.date)):
        return repr(float(to_excel(v)))
    if isinstance(v, dt.time):
        return repr((v.hour * 3600 + v.minute * 60 + v.second + v.microsecond / 1e6) / 86400)
    if isinstance(v, dt.timedelta):
        return repr(v.total_seconds() / 86400)
    if isinstance(v, (int, float)):
        return repr(float(v))
    return json.dumps(str(v), ensure_ascii=False)


def want(path, ref=None):
    """Writes what openpyxl reads."""
    wb = openpyxl.load_workbook(ref or path, data_only=True)
    with open(path + ".want", "w", encoding="utf-8", newline="\n") as f:
        for ws in wb.worksheets:
            f.write("# " + ws.title + (" (hidden)" if ws.sheet_state != "visible" else "") + "\n")
            for row in ws.iter_rows():
                cells = [cell_text(c, wb.epoch) for c in row]
                while cells and not cells[-1]:
                    cells.pop()
                if cells:
                    f.write(str(row[0].row) + "\t" + "\t".join(cells) + "\n")


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    base = save("openpyxl-mixed.xlsx", mixed)
    want(base)
    for name, make, kw in [("openpyxl-1904.xlsx", mixed, {"mac": True}), ("openpyxl-iso.xlsx", mixed, {"iso": True}),
                           ("openpyxl-errors.xlsx", errors, {}), ("openpyxl-sparse.xlsx", sparse, {})]:
        want(save(name, make, **kw))
    calc = save("formulas.xlsx", formulas)
    rich = os.path.join(OUT, "rich.html")
    with open(rich, "w", encoding="utf-8") as f:
        f.write(RICH)
    sources = {"mixed": base, "rich": rich, "errors": os.path.join(OUT, "openpyxl-errors.xlsx"), "formulas": calc}
    for what, src in sources.items():
        for ext, flt in [("xlsx", "xlsx:Calc MS Excel 2007 XML"), ("xls", "xls:MS Excel 97"), ("ods", "ods")]:
            more = ["--infilter=HTML (StarCalc)"] if src == rich else []
            path = office(src, flt, f"office-{what}.{ext}", OUT, *more)
            if ext == "xlsx":
                want(path)
                continue
            if what == "errors":
                want(path, src)  # LibreOffice makes #N/A of all of them on the way back
                continue
            with tempfile.TemporaryDirectory() as d:
                want(path, office(path, "xlsx:Calc MS Excel 2007 XML", "ref.xlsx", d))
    os.remove(calc)
    os.remove(rich)


main()
