"""Writes the workbooks of this folder: pip install openpyxl xlwt odfpy msoffcrypto-tool; python make.py

Run once; the files are committed. They hold a few hundred lines of CDNOW (cdnow_transactions.csv beside this folder) and
invented cells, nothing of a person.
"""

import csv
import datetime
import io
import struct
import zipfile

import msoffcrypto.format.ooxml
import openpyxl
import xlwt
from odf.number import DateStyle, Day, Month, Text, Year
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

NOON = datetime.datetime(1997, 1, 1)  # openpyxl writes a time of creation into each file.

with open("../cdnow_transactions.csv", newline="") as source:
    header, *lines = csv.reader(source)
lines = [line for line in lines if int(line[1]) <= 1000]
day = lambda text: datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))
rows = [(int(a), int(b), day(c), int(d), float(e)) for a, b, c, d, e in lines]

with open("cdnow.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for a, b, c, d, e in rows:
        writer.writerow([a, b, c.isoformat(), d, repr(e).removesuffix(".0")])


def save(book, name):
    book.properties.created = book.properties.modified = NOON
    book.save(name)


def cdnow(name, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "Orders"
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    save(book, name)


cdnow("cdnow.xlsx")
cdnow("cdnow_1904.xlsx", CALENDAR_MAC_1904)

# The binary workbook of Excel 97, its days as cells with a date format.
book = xlwt.Workbook()
sheet = book.add_sheet("Orders")
dates = xlwt.easyxf(num_format_str="DD/MM/YYYY")
for column, name in enumerate(header):
    sheet.write(0, column, name)
for place, row in enumerate(rows, 1):
    for column, cell in enumerate(row):
        sheet.write(place, column, cell, dates) if column == 2 else sheet.write(place, column, cell)
book.save("cdnow.xls")

# OpenDocument.
document = OpenDocumentSpreadsheet()
format = DateStyle(name="day")
for part in (Year(style="long"), Text(text="-"), Month(style="long"), Text(text="-"), Day(style="long")):
    format.addElement(part)
document.automaticstyles.addElement(format)
dated = Style(name="dated", family="table-cell", datastylename="day")
document.automaticstyles.addElement(dated)
table = Table(name="Orders")


def ods_row(cells):
    row = TableRow()
    for cell in cells:
        row.addElement(cell)
    table.addElement(row)


def text_cell(text):
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=text))
    return cell


ods_row(text_cell(name) for name in header)
for row in rows:
    number = lambda value: TableCell(valuetype="float", value=repr(value).removesuffix(".0"))
    ods_row([number(row[0]), number(row[1]),
             TableCell(valuetype="date", datevalue=row[2].isoformat(), stylename=dated), number(row[3]), number(row[4])])
document.spreadsheet.addElement(table)
document.save("cdnow.ods")

# Excel's binary workbook: no library writes it. Three parts of records ([MS-XLSB] 2.3, 2.4): type, length, content.


def record(kind, content=b""):
    def varying(number):
        out = b""
        while number > 0x7F:
            out += bytes([number & 0x7F | 0x80])
            number >>= 7
        return out + bytes([number])

    # A record type is written as it is: two bytes where the first has its high bit set.
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + varying(len(content)) + content


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb_cell(column, cell):
    head = struct.pack("<II", column, 1 if isinstance(cell, datetime.date) else 0)
    if isinstance(cell, str):
        return record(6, head + wide(cell))  # BrtCellSt
    if isinstance(cell, datetime.date):
        cell = (cell - datetime.date(1899, 12, 30)).days
    return record(5, head + struct.pack("<d", cell))  # BrtCellReal


sheet_bin = record(129) + record(148, struct.pack("<4I", 0, len(rows), 0, 4)) + record(145)
for place, row in enumerate([header, *rows]):
    sheet_bin += record(0, struct.pack("<IIHBBBI", place, 0, 300, 0, 0, 0, 0))
    for column, cell in enumerate(row):
        sheet_bin += xlsb_cell(column, cell)
sheet_bin += record(146) + record(130)
xf = lambda format: record(47, struct.pack("<HHHHHBBHH", 0, format, 0, 0, 0, 0, 0, 0, 0)[:16])
styles_bin = record(278) + record(617, struct.pack("<I", 2)) + xf(0) + xf(14) + record(618) + record(279)
workbook_bin = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Orders"))
workbook_bin += record(144) + record(132)
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
relation = lambda id, kind, target: f'<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"/>'
relations = lambda *all: (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(all)}</Relationships>'
)
with zipfile.ZipFile("cdnow.xlsb", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, content in [
        ("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/'
         'package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.'
         'macroEnabled.main"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
         'relationships+xml"/></Types>'),
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.bin"))),
        ("xl/_rels/workbook.bin.rels", relations(relation("rId1", "worksheet", "worksheets/sheet1.bin"),
                                                 relation("rId2", "styles", "styles.bin"))),
        ("xl/workbook.bin", workbook_bin), ("xl/styles.bin", styles_bin), ("xl/worksheets/sheet1.bin", sheet_bin),
    ]:
        archive.writestr(zipfile.ZipInfo(name, (1997, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)

# Several sheets: a note, the orders under a title with a header over two rows, fewer refunds, hidden rates.
book = openpyxl.Workbook()
note = book.active
note.title = "Read me"
note["A1"], note["A3"] = "Exported 2024-04-02 by the shop", "Amounts with tax"
orders = book.create_sheet("Orders 2024")
orders["B1"] = "Orders, January to March"
orders.merge_cells("B1:G1")
for place, name in zip("BCDEFG", ["Customer", "Order", "Ordered", "Item", "Paid", "Gift"]):
    orders[f"{place}3"] = name
orders["D3"] = "Ordered\nat"
at = datetime.datetime
cells = [
    ("4000000000000123", 1001, at(2024, 1, 5, 9, 26, 18), "Tea, green", 19.99, False),
    ("ann", 1002, at(2024, 1, 6), "Cup \"blue\"", 0.1 + 0.2, True),
    (None, None, None, "Pot", 12, None),
    ("=\"007\"", 1003, at(2024, 2, 29, 23, 59, 59), "Tea", "=1/0", None),
    ("bob", 1004, at(2024, 3, 1), "two\nlines", -5.5, None),
    (17850, 1005, at(2024, 3, 2), None, 1234567.891, None),
]
for number, row in enumerate(cells, 4):
    for place, cell in zip("BCDEFG", row):
        orders[f"{place}{number}"] = cell
for letter in "BCD":
    orders.merge_cells(f"{letter}5:{letter}6")
orders["B7"].data_type = "s"
orders["F7"].value, orders["F7"].data_type = "#DIV/0!", "e"
refunds = book.create_sheet("Refunds")
for row in [("Customer", "Date", "Paid"), ("ann", at(2024, 1, 9), 2.5), ("bob", at(2024, 3, 9), 3)]:
    refunds.append(row)
rates = book.create_sheet("Rates")
rates.append(("Code", "Rate"))
for number in range(20):
    rates.append((f"C{number}", number / 7))
rates.sheet_state = "hidden"
save(book, "sheets.xlsx")

book = openpyxl.Workbook()
book.create_sheet("Second")
save(book, "nothing.xlsx")

# The workbook above behind the password "secret".
plain = open("sheets.xlsx", "rb")
with open("encrypted.xlsx", "wb") as out:
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", out)

# Excel 97 with a password is told by a FilePass record: BIFF in a compound file, made by patching what xlwt wrote.
stream = io.BytesIO()
book = xlwt.Workbook()
book.add_sheet("Orders").write(0, 0, "x")
book.save(stream)
old = stream.getvalue()
mark = b"\xe1\x00\x02\x00\xb0\x04"  # InterfaceHdr, which nothing here needs
assert mark in old
with open("encrypted.xls", "wb") as out:
    out.write(old.replace(mark, b"\x2f\x00\x02\x00\x01\x00"))

# A table of a shop's back end, in the XML that Excel 2003 saves.
with open("orders_2003.xml", "w") as out:
    out.write('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
              '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
              'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n<Worksheet ss:Name="Orders"><Table>\n')
    kinds = ("Number", "Number", "DateTime", "Number", "Number")
    out.write("<Row>" + "".join(f'<Cell><Data ss:Type="String">{name}</Data></Cell>' for name in header) + "</Row>\n")
    for row in rows[:200]:
        cells = [f"{cell}T00:00:00.000" if isinstance(cell, datetime.date) else cell for cell in row]
        out.write("<Row>" + "".join(f'<Cell><Data ss:Type="{kind}">{cell}</Data></Cell>'
                                    for kind, cell in zip(kinds, cells)) + "</Row>\n")
    out.write("</Table></Worksheet></Workbook>\n")
