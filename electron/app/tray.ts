import { join } from 'node:path';
import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { TrayAction, TrayModel } from './tray-model';

export type TrayOptions = {
  readonly create: (image: NativeImage) => Tray;
  readonly buildMenu: (items: MenuItemConstructorOptions[]) => Menu;
  readonly image: (path: string) => NativeImage;
  readonly iconFolder: string;
  /** Dark panels need light icons. */
  readonly isDark: () => boolean;
  readonly onAction: (action: TrayAction) => void;
};

export type TrayView = { draw(model: TrayModel): void; menu(): Menu | undefined };

/** Draws what the model says; decides nothing. */
export function trayView(options: TrayOptions): TrayView {
  let tray: Tray | undefined;
  let menu: Menu | undefined;
  return {
    draw(model) {
      const shade = options.isDark() ? 'dark' : 'light';
      const image = options.image(join(options.iconFolder, `tray-${model.icon}-${shade}.png`));
      if (tray === undefined) {
        tray = options.create(image);
        tray.on('click', () => options.onAction('window'));
      } else {
        tray.setImage(image);
      }
      menu = options.buildMenu(model.menu.map((item) => menuItem(item, options.onAction)));
      tray.setToolTip(model.tooltip);
      tray.setContextMenu(menu);
    },
    menu: () => menu,
  };
}

function menuItem(item: TrayModel['menu'][number], onAction: TrayOptions['onAction']): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'text':
      return { id: item.id, label: item.label, enabled: false };
    case 'action':
      return { id: item.id, label: item.label, enabled: item.isEnabled, click: () => onAction(item.id) };
  }
}
