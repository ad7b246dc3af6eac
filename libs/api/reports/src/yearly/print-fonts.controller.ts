import { Controller, Header, StreamableFile } from '@nestjs/common';
import { Door, Input, orNotFound } from '@qinglan/api-platform';
import { downloadPrintFont, type InputOf } from '@qinglan/contracts';
import { printFonts } from './output/print-fonts';

/** The fonts of print pages, from this server: a page of ours asks no other. */
@Controller()
export class PrintFontsController {
  @Door(downloadPrintFont)
  @Header('cache-control', 'private, max-age=31536000, immutable')
  async font(@Input() { params }: InputOf<typeof downloadPrintFont>) {
    const font = orNotFound((await printFonts()).get(`${params.font}/${params.name}`) ?? null);
    return new StreamableFile(await font.read(), { type: font.type });
  }
}
