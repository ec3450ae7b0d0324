// "/": where a person chooses the place they go to.

import { mount, Shell } from "../shared/shell.tsx";
import { t } from "../shared/i18n.ts";

mount(() => <Shell title={t("title.home")}><h1>{t("home.offices")}</h1></Shell>);
