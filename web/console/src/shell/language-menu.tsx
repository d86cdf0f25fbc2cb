import { Button as AriaButton } from 'react-aria-components';
import { currentLanguage, type Language, languages, setLanguage, t } from '../i18n';
import { Icon, Menu, MenuItem, MenuSection } from '../ui';

// Chooses the language before the sign-in.
export function LanguageMenu() {
  const name = languages.find((one) => one.id === currentLanguage())?.name ?? currentLanguage();
  return (
    <Menu
      label={t('shell.language')}
      placement="top start"
      trigger={
        <AriaButton
          className="ui-button ui-button--quiet"
          aria-label={`${t('shell.language')}: ${name}`}
        >
          {name}
          <Icon name="chevronDown" />
        </AriaButton>
      }
    >
      <LanguageItems />
    </Menu>
  );
}

export function LanguageItems() {
  return (
    <MenuSection
      title={t('shell.language')}
      selectionMode="single"
      selectedKeys={[currentLanguage()]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        if (key) void setLanguage(key as Language);
      }}
    >
      {languages.map((one) => (
        <MenuItem key={one.id} id={one.id} textValue={one.name}>
          <span lang={one.id}>{one.name}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
